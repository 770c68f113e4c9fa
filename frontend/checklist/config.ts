/** What the page gives the form, and what the checklist says about its questions. */

export interface Config {
  readonly formUrl: string;
  readonly metaUrl: string;
  /** Instance XML to continue from, or null for an empty checklist. */
  readonly instance: string | null;
  readonly draftUrl: string | null;
  readonly submitUrl: string;
  readonly csrfToken: string;
  readonly backUrl: string;
  readonly language: string;
  readonly objectTitle: string;
  /** Name of the question whose answer is the object's title as soon as it has one. */
  readonly titleQuestion: string;
  readonly objectSubtitle: string;
  readonly readOnly: boolean;
  readonly exempeldata: boolean;
  /** Folder of photos that the server already has, ending with a slash. */
  readonly attachmentsUrl: string | null;
  readonly submissionId: string;
  readonly maxPhotoMegabytes: number;
}

/** Facts about one question that an XForm has no place for; paths are nodesets. */
export interface QuestionMeta {
  readonly number?: string | number | null;
  readonly law?: readonly string[];
  readonly purpose?: string | null;
  readonly guidance?: { readonly label: string; readonly url: string } | null;
  /** Answers that count as a deviation. */
  readonly deviation?: readonly string[];
  readonly reference?: string | null;
  readonly comment?: string | null;
  readonly photo?: string | null;
}

export interface ChecklistMeta {
  readonly title: string;
  readonly version: string;
  readonly questions: Readonly<Record<string, QuestionMeta>>;
}

export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Reads the configuration that the page carries; throws when the page has none. */
export function readConfig(mount: HTMLElement): Config {
  const source = document.getElementById(mount.dataset.config ?? "checklist-config");
  if (source?.textContent == null) throw new Error("The page has no checklist configuration");
  return JSON.parse(source.textContent) as Config;
}
