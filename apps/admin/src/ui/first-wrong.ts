/** Takes whoever pressed the button to the first field that is wrong, in the open sheet or on the screen. */
export function focusFirstWrong(): void {
  // The complaints are painted first.
  requestAnimationFrame(() => {
    const scope: ParentNode = document.querySelector('dialog[open]') ?? document;
    scope.querySelector<HTMLElement>('.field-wrong :is(input, textarea, select, button)')?.focus();
  });
}
