/** Lets a parameter's decorator say of its handler what otherwise stands above the handler. */
export function documenting(decorate: MethodDecorator): ParameterDecorator {
  return (target, property) => {
    const method = property === undefined ? undefined : Object.getOwnPropertyDescriptor(target, property);
    if (property !== undefined && method !== undefined) decorate(target, property, method);
  };
}
