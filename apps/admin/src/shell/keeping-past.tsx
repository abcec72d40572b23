import { type ReactNode, useContext, useMemo } from 'react';
import { type Navigator, parsePath, type To, UNSAFE_NavigationContext as Navigation } from 'react-router';
import { pastIn } from '../api/past.js';

/**
 * Keeps the past one looks at in every address one goes to, by whatever link or button: the address alone says which it is.
 * An address that names a past of its own, or an empty one, is left as it is.
 */
export function KeepingPast({ children }: { readonly children: ReactNode }) {
  const base = useContext(Navigation);
  const keeping = useMemo(() => ({ ...base, navigator: keepingPast(base.navigator) }), [base]);
  return <Navigation.Provider value={keeping}>{children}</Navigation.Provider>;
}

function keepingPast(navigator: Navigator): Navigator {
  return {
    ...navigator,
    createHref: (to) => navigator.createHref(withPast(to)),
    push: (to, ...more) => navigator.push(withPast(to), ...more),
    replace: (to, ...more) => navigator.replace(withPast(to), ...more),
    // Taken over by name: those of a history are no own members of it everywhere.
    go: (delta) => navigator.go(delta),
  };
}

function withPast(to: To): To {
  const path = typeof to === 'string' ? parsePath(to) : to;
  const search = new URLSearchParams(path.search);
  const past = pastIn(location.search);
  if (search.get('asOf') === '') {
    search.delete('asOf');
    search.delete('basis');
  } else if (past && !search.has('asOf') && path.pathname !== '/dang-nhap') {
    search.set('asOf', past.asOf);
    if (past.basis === 'occurred') search.set('basis', past.basis);
  } else return to;
  const text = search.toString();
  return { ...path, search: text && `?${text}` };
}
