import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Loading } from '../ui/states.js';

/**
 * The screens of an area, whose script is fetched when the first of them opens. Not by React's `lazy`: once that has shown
 * its fallback it keeps it there for 300 ms, however soon the script came, and the screen asks for its data only then.
 */
export function fetchedArea<Name extends string>(
  fetch: () => Promise<Readonly<Record<Name, ComponentType>>>,
  meanwhile: ReactNode = <Loading />,
) {
  let screens: Readonly<Record<Name, ComponentType>> | null = null;
  return function screenOf(name: Name): ComponentType {
    return function FetchedScreen() {
      const [found, setFound] = useState(screens);
      const [failure, setFailure] = useState<{ readonly thrown: unknown } | null>(null);
      useEffect(() => {
        if (found) return;
        let isGone = false;
        fetch().then(
          (came) => {
            screens = came;
            if (!isGone) setFound(came);
          },
          (thrown: unknown) => setFailure({ thrown }),
        );
        return () => {
          isGone = true;
        };
      }, [found]);
      // To the screen's boundary, as whatever else fails while it is drawn.
      if (failure) throw failure.thrown;
      if (!found) return meanwhile;
      const Screen: ComponentType = found[name];
      return <Screen />;
    };
  };
}
