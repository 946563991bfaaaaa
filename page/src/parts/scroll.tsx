import type { ComponentChildren } from 'preact';

interface ScrollProps {
  readonly label: string;
  readonly tall?: boolean;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the page, or longer than its place: it scrolls by itself. */
export function Scroll({ label, tall, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class={`scroll-x ${tall ? 'tall' : ''}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
