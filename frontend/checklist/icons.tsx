/** The few icons of the form, drawn on a 24 px grid; always beside words. */
import type { JSX } from "solid-js";

const PATHS = {
  back: "M10.5 5.5 4 12l6.5 6.5M4 12h16",
  forward: "M13.5 5.5 20 12l-6.5 6.5M20 12H4",
  tick: "m5 12.5 4.5 4.5L19 7.5",
  cloudOff: "M4 4l16 16M9 7a5 5 0 0 1 8 3 3.6 3.6 0 0 1 2.3 6.2M6.500 9.500A4 4 0 0 0 7 17.500h8",
  camera: "M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4zM12 16.200a3 3 0 1 0 0-6 3 3 0 0 0 0 6",
  place: "M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0C18.500 15 12 21 12 21M12 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600",
  warning: "M12 4 2.800 20h18.400zM12 10v4.500M12 17v.6",
  chevron: "m6.500 9.500 5.500 5.500 5.500-5.500",
} as const;

export function Icon(props: { name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg class="ck-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
