/** A place: from the device, or latitude and longitude written by hand. */
import type { AnyInputNode } from "@getodk/xforms-engine";
import { createEffect, createSignal, For, Show, untrack, type JSX } from "solid-js";
import type { ControlProps } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { readNumber, text, writeNumber } from "./texts.ts";

const LOCATE_TIMEOUT_MS = 20_000;
/** Six decimals of a degree are about a decimetre. */
const DEGREE_DECIMALS = 6;
const AXES = ["latitude", "longitude"] as const;
const LIMITS = { latitude: 90, longitude: 180 };

function degrees(value: number): string {
  return String(Number(value.toFixed(DEGREE_DECIMALS)));
}

export function PlaceControl(props: ControlProps<AnyInputNode>): JSX.Element {
  const stored = () => props.node.currentState.instanceValue.split(" ").filter(Boolean);
  const asWritten = (index: number) => (stored()[index] === undefined ? "" : writeNumber(Number(stored()[index])));
  const [raw, setRaw] = createSignal<readonly string[]>(
    untrack(() => props.session.unreadableOf(props.node)?.raw ?? [asWritten(0), asWritten(1)]),
  );
  const [message, setMessage] = createSignal("");
  const accuracy = () => Number(stored()[3] ?? 0);
  const set = (value: string) => props.session.change(props.node, () => (props.node as { setValue(value: string): unknown }).setValue(value));

  createEffect(() => {
    if (stored().length >= 2) setRaw([asWritten(0), asWritten(1)]);
  });
  const write = (index: number, typed: string) => {
    const next = raw().map((part, axis) => (axis === index ? typed : part));
    const [latitude, longitude] = next.map((part) => readNumber(part, false));
    const isEmpty = latitude === null && longitude === null;
    const isPlace = typeof latitude === "number" && typeof longitude === "number"
      && Math.abs(latitude) <= LIMITS.latitude && Math.abs(longitude) <= LIMITS.longitude;
    setRaw(next);
    props.session.setUnreadable(props.node, isEmpty || isPlace ? undefined : { problem: "placeIncomplete", raw: next });
    set(isPlace ? `${latitude} ${longitude} 0 0` : "");
    setRaw(next);
  };
  const locate = () => {
    setMessage(text("locating"));
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      props.session.setUnreadable(props.node, undefined);
      set(`${degrees(coords.latitude)} ${degrees(coords.longitude)} ${coords.altitude ?? 0} ${Math.round(coords.accuracy)}`);
      setMessage("");
    }, () => setMessage(text("locationFailed")), { enableHighAccuracy: true, timeout: LOCATE_TIMEOUT_MS });
  };
  return (
    <div class="ck-place">
      <button type="button" class="ck-secondary" onClick={locate}><Icon name="place" />{text("locate")}</button>
      <div class="ck-pair">
        <For each={AXES}>
          {(axis, index) => (
            <label class="ck-field">
              {text(axis)}
              <input
                class="ck-input"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                id={index() === 0 ? props.id : undefined}
                value={raw()[index()]}
                aria-describedby={props.describedBy}
                aria-invalid={props.invalid}
                onInput={(event) => write(index(), event.currentTarget.value)}
              />
            </label>
          )}
        </For>
      </div>
      <Show when={accuracy() > 0}><p class="ck-note">{text("accuracy", { n: writeNumber(accuracy()) })}</p></Show>
      <p class="ck-note" role="status">{message()}</p>
    </div>
  );
}
