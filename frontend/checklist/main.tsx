/** Entry of the page where a checklist is filled in or read. */
import { createResource, ErrorBoundary, Show, type JSX } from "solid-js";
import { render } from "solid-js/web";
import "./checklist.css";
import { readConfig, type Config } from "./config.ts";
import { Frame } from "./frame.tsx";
import { openSession, type Session } from "./session.ts";
import { setLanguage, text } from "./texts.ts";

function LoadFailed(props: { backUrl: string }): JSX.Element {
  return (
    <main class="ck ck-alone" id="main">
      <section class="ck-errors">
        <h1>{text("loadFailed")}</h1>
        <p>{text("loadFailedHelp")}</p>
        <button type="button" class="ck-secondary" onClick={() => location.reload()}>{text("tryAgain")}</button>
        <p><a href={props.backUrl}>{text("back")}</a></p>
      </section>
    </main>
  );
}

function Kept(props: { session: Session }): JSX.Element {
  props.session.keepChanges();
  return <Frame session={props.session} />;
}

function Checklist(props: { config: Config }): JSX.Element {
  const [session] = createResource(() => openSession(props.config));
  return (
    <ErrorBoundary fallback={(error) => {
      console.error(error);
      return <LoadFailed backUrl={props.config.backUrl} />;
    }}>
      <Show when={session()} keyed fallback={<p class="ck-alone" role="status">{text("loading")}</p>}>
        {(opened) => <Kept session={opened} />}
      </Show>
    </ErrorBoundary>
  );
}

/** Opens the checklist in an element; gives what takes it away again. */
export function start(mount: HTMLElement, config: Config): () => void {
  setLanguage(config.language);
  mount.replaceChildren();
  return render(() => <Checklist config={config} />, mount);
}

const mount = document.getElementById("checklist");
if (mount) start(mount, readConfig(mount));
