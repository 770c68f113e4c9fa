/**
 * What the browser keeps until the server has it: one draft per submission, and its photos.
 * Kept in IndexedDB, which survives a reload and a closed tab.
 */

export interface Draft {
  readonly submissionId: string;
  readonly xml: string;
  readonly savedAt: number;
  /** True when the server has this very XML. */
  readonly sent: boolean;
  /** The part that was open. */
  readonly page: number;
}

interface KeptPhoto {
  readonly key: [submissionId: string, name: string];
  readonly file: Blob;
}

let opened: Promise<IDBDatabase> | undefined;

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

function database(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open("samsyn-checklist", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: "submissionId" });
      request.result.createObjectStore("photos", { keyPath: "key" });
    };
    return settle(request);
  })();
  return opened;
}

async function stores(mode: IDBTransactionMode): Promise<{ drafts: IDBObjectStore; photos: IDBObjectStore }> {
  const transaction = (await database()).transaction(["drafts", "photos"], mode);
  return { drafts: transaction.objectStore("drafts"), photos: transaction.objectStore("photos") };
}

function photosOf(submissionId: string): IDBKeyRange {
  return IDBKeyRange.bound([submissionId], [submissionId, []]);
}

export async function loadDraft(submissionId: string): Promise<Draft | undefined> {
  return settle<Draft | undefined>((await stores("readonly")).drafts.get(submissionId));
}

export async function saveDraft(draft: Draft): Promise<void> {
  await settle((await stores("readwrite")).drafts.put(draft));
}

export async function savePhoto(submissionId: string, file: File): Promise<void> {
  const photo: KeptPhoto = { key: [submissionId, file.name], file };
  await settle((await stores("readwrite")).photos.put(photo));
}

export async function removePhoto(submissionId: string, name: string): Promise<void> {
  await settle((await stores("readwrite")).photos.delete([submissionId, name]));
}

/** The photos that wait to be sent, by file name. */
export async function loadPhotos(submissionId: string): Promise<Map<string, File>> {
  const kept = await settle<KeptPhoto[]>((await stores("readonly")).photos.getAll(photosOf(submissionId)));
  return new Map(kept.map(({ key: [, name], file }) => [name, new File([file], name, { type: file.type })]));
}

/** Forgets a submission once the server has it. */
export async function forget(submissionId: string): Promise<void> {
  const { drafts, photos } = await stores("readwrite");
  await Promise.all([settle(drafts.delete(submissionId)), settle(photos.delete(photosOf(submissionId)))]);
}
