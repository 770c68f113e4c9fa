/** A photo: taken or chosen, made smaller in the browser, shown as a thumbnail, removable. */
import type { UploadNode } from "@getodk/xforms-engine";
import { createEffect, createSignal, Show, type JSX } from "solid-js";
import type { ControlProps } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { text } from "./texts.ts";

const LONGEST_SIDE = 1600;
const THUMBNAIL_SIDE = 320;
const JPEG_QUALITY = 0.82;
const MEGABYTE = 1_000_000;

/** Draws a picture so that its longest side is at most `longest` pixels. */
function drawSmaller(picture: ImageBitmap, longest: number, canvas: HTMLCanvasElement): void {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

/** A smaller JPEG with a name of its own. Drawing it anew also drops the camera's position data. */
async function shrink(file: File, longest: number): Promise<File> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  drawSmaller(picture, longest, canvas);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY));
  if (blob === null) throw new Error("The browser could not write the picture");
  return new File([blob], `foto-${crypto.randomUUID()}.jpg`, { type: "image/jpeg" });
}

function Thumbnail(props: { file: File; alt: string }): JSX.Element {
  const canvas = document.createElement("canvas");
  canvas.className = "ck-thumbnail";
  canvas.setAttribute("role", "img");
  createEffect(() => canvas.setAttribute("aria-label", props.alt));
  createEffect(() => {
    createImageBitmap(props.file).then((picture) => drawSmaller(picture, THUMBNAIL_SIDE, canvas), () => undefined);
  });
  return canvas;
}

/** The picture of a question, from this browser or from the server; nothing when there is none. */
export function Picture(props: Pick<ControlProps<UploadNode>, "session" | "node" | "label">): JSX.Element {
  const name = () => props.node.currentState.instanceValue;
  const file = () => props.node.currentState.value ?? props.session.photoNamed(name());
  const alt = () => text("photoOf", { question: props.label });
  return (
    <Show
      when={file()}
      fallback={
        <Show when={props.session.config.attachmentsUrl !== null && name()}>
          <img class="ck-thumbnail" src={`${props.session.config.attachmentsUrl}${encodeURIComponent(name())}`} alt={alt()} />
        </Show>
      }
    >
      {(known) => <Thumbnail file={known()} alt={alt()} />}
    </Show>
  );
}

export function PhotoControl(props: ControlProps<UploadNode>): JSX.Element {
  const [message, setMessage] = createSignal("");
  let input!: HTMLInputElement;
  const name = () => props.node.currentState.instanceValue;
  const isThere = () => props.session.isAnswered(props.node);

  const drop = async () => {
    const former = name();
    if (former !== "") await props.session.dropPhoto(former);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setMessage(text("photoWorking"));
    const smaller = await shrink(file, Math.min(LONGEST_SIDE, props.node.maxPixels ?? LONGEST_SIDE)).catch(() => null);
    const limit = props.session.config.maxPhotoMegabytes;
    input.value = "";
    if (smaller === null) return setMessage(text("photoBroken"));
    if (smaller.size > limit * MEGABYTE) return setMessage(text("photoTooLarge", { n: limit }));
    await drop();
    await props.session.addPhoto(smaller);
    props.session.change(props.node, () => props.node.setValue(smaller));
    setMessage("");
  };
  const remove = async () => {
    await drop();
    props.session.change(props.node, () => props.node.setValue(null));
    input.focus();
  };
  return (
    <div class="ck-photo">
      <Show when={isThere()}>
        <Picture session={props.session} node={props.node} label={props.label} />
      </Show>
      <label class="ck-file">
        <input
          ref={input}
          type="file"
          id={props.id}
          accept="image/*"
          capture="environment"
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <Icon name="camera" />
        {text(isThere() ? "changePhoto" : "takePhoto")}
      </label>
      <Show when={isThere()}>
        <button type="button" class="ck-plain" onClick={() => void remove()}>{text("removePhoto")}</button>
      </Show>
      <p class="ck-note" role="status">{message()}</p>
    </div>
  );
}
