// Source and translation that are too long for their windows move together.

/** How far a part can be scrolled. */
const range = (part: HTMLElement): number => part.scrollHeight - part.clientHeight;

export function together(): void {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-together]")];
  /** Where a part was put because another moved: it moves no others then. */
  const put = new WeakMap<HTMLElement, number>();
  const follow = (moved: HTMLElement) => {
    const far = range(moved);
    const at = put.get(moved);
    put.delete(moved);
    if (far <= 0 || (at !== undefined && Math.abs(at - moved.scrollTop) < 2)) return;
    for (const other of parts) {
      const to = (moved.scrollTop / far) * range(other);
      if (other === moved || Math.abs(to - other.scrollTop) < 1) continue;
      other.scrollTop = to;
      put.set(other, other.scrollTop);
    }
  };
  for (const part of parts) part.addEventListener("scroll", () => follow(part), { passive: true });
}
