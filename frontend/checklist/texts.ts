/** Every text of the form in Swedish and English. `{name}` is filled in by `fill`. */

const sv = {
  loading: "Hämtar checklistan …",
  loadFailed: "Checklistan gick inte att öppna.",
  loadFailedHelp: "Det du har skrivit finns kvar i den här webbläsaren. Försök igen om en stund.",
  tryAgain: "Försök igen",
  back: "Tillbaka",
  answers: "svar",
  ofCount: "{n} av {m}",
  part: "Del {n} av {m}",
  partShort: "Del {n}",
  partDone: "{n} av {m} frågor i den här delen är besvarade",
  allParts: "Alla delar",
  checklistVersion: "Checklista version {version}",
  exampleData: "exempeldata",
  next: "Nästa: {title}",
  previous: "Tillbaka",
  summary: "Granska och skicka in",
  summaryLead: "{n} av {m} frågor är besvarade. Gå igenom delarna och skicka sedan in.",
  summaryReadOnly: "{n} av {m} frågor är besvarade.",
  submit: "Skicka in",
  submitting: "Skickar …",
  general: "Allmänt",
  required: "obligatorisk",
  unanswered: "Inte besvarad",
  saved: "Sparat {time}",
  savedHere: "Sparat i webbläsaren {time}, inte skickat än",
  notStored: "Webbläsaren sparar inte det du skriver. Stäng inte sidan innan du har skickat in.",
  offline: "Ingen uppkoppling.",
  offlineHelp: "Fortsätt, allt sparas i den här webbläsaren.",
  restored: "Vi hämtade det du skrev senast här, sparat {time}.",
  background: "Lagstöd, syfte och vägledning",
  law: "Lagstöd",
  purpose: "Syfte",
  guidance: "Vägledning",
  reference: "Referensvärde: {value}",
  clear: "Ta bort svaret",
  choose: "Välj …",
  takePhoto: "Ta foto",
  changePhoto: "Byt foto",
  removePhoto: "Ta bort fotot",
  photoOf: "Foto: {question}",
  photoBroken: "Bilden gick inte att läsa. Välj en bild i formatet JPEG eller PNG.",
  photoTooLarge: "Bilden är för stor. Välj en som är högst {n} MB.",
  photoWorking: "Gör bilden mindre …",
  locate: "Hämta min plats",
  locating: "Hämtar platsen …",
  locationFailed: "Platsen gick inte att hämta. Skriv latitud och longitud själv.",
  latitude: "Latitud",
  longitude: "Longitud",
  accuracy: "Noggrannhet {n} meter",
  placeIncomplete: "Skriv både latitud (−90 till 90) och longitud (−180 till 180), till exempel 57,653 och 14,697.",
  integerWrong: "Skriv antalet med siffror, till exempel 12.",
  decimalWrong: "Skriv ett tal med siffror, till exempel 12,5.",
  requiredMissing: "Svara på frågan.",
  constraintBroken: "Svaret stämmer inte med frågans villkor. Ändra det.",
  unsupported: "Den här frågetypen kan inte besvaras i webbläsaren.",
  add: "Lägg till {name}",
  remove: "Ta bort {name}",
  removeSure: "Ta bort {name} och svaren i den?",
  removed: "{name} är borttagen.",
  errorsOne: "Rätta 1 fel för att gå vidare",
  errorsMany: "Rätta {n} fel för att gå vidare",
  sendFailed: "Det gick inte att skicka.",
  sendFailedHelp: "Allt du skrivit finns kvar i den här webbläsaren. Försök igen.",
  conflict: "Någon annan har ändrat checklistan.",
  conflictHelp: "Inget är borta: det du skrivit finns kvar i den här webbläsaren.",
  openOther: "Öppna den andra versionen",
  sent: "Inskickat",
  receipt: "Kvittens: {receipt}",
  open: "Öppna inlämningen",
  toObjects: "Till kontorets alla objekt",
  yes: "Ja",
  codeUA: "Utan avvikelse",
  codeA: "Avvikelse",
  codeEK: "Ej kontrollerad",
  codeEA: "Ej aktuell",
};

export type TextKey = keyof typeof sv;

const en: Record<TextKey, string> = {
  loading: "Loading the checklist …",
  loadFailed: "The checklist could not be opened.",
  loadFailedHelp: "What you have written is still in this browser. Try again in a while.",
  tryAgain: "Try again",
  back: "Back",
  answers: "answers",
  ofCount: "{n} of {m}",
  part: "Part {n} of {m}",
  partShort: "Part {n}",
  partDone: "{n} of {m} questions in this part are answered",
  allParts: "All parts",
  checklistVersion: "Checklist version {version}",
  exampleData: "example data",
  next: "Next: {title}",
  previous: "Back",
  summary: "Review and send",
  summaryLead: "{n} of {m} questions are answered. Go through the parts, then send.",
  summaryReadOnly: "{n} of {m} questions are answered.",
  submit: "Send",
  submitting: "Sending …",
  general: "General",
  required: "required",
  unanswered: "Not answered",
  saved: "Saved {time}",
  savedHere: "Saved in this browser {time}, not sent yet",
  notStored: "The browser does not keep what you write. Do not close the page before you have sent it.",
  offline: "No connection.",
  offlineHelp: "Go on, everything is saved in this browser.",
  restored: "We fetched what you last wrote here, saved {time}.",
  background: "Law, purpose and guidance",
  law: "Law",
  purpose: "Purpose",
  guidance: "Guidance",
  reference: "Reference value: {value}",
  clear: "Remove the answer",
  choose: "Choose …",
  takePhoto: "Take a photo",
  changePhoto: "Change the photo",
  removePhoto: "Remove the photo",
  photoOf: "Photo: {question}",
  photoBroken: "The picture could not be read. Choose a JPEG or PNG picture.",
  photoTooLarge: "The picture is too large. Choose one of at most {n} MB.",
  photoWorking: "Making the picture smaller …",
  locate: "Get my position",
  locating: "Getting the position …",
  locationFailed: "The position could not be found. Write latitude and longitude yourself.",
  latitude: "Latitude",
  longitude: "Longitude",
  accuracy: "Accuracy {n} metres",
  placeIncomplete: "Write both latitude (−90 to 90) and longitude (−180 to 180), for example 57.653 and 14.697.",
  integerWrong: "Write the number with digits, for example 12.",
  decimalWrong: "Write a number with digits, for example 12.5.",
  requiredMissing: "Answer the question.",
  constraintBroken: "The answer does not meet the condition of the question. Change it.",
  unsupported: "This kind of question cannot be answered in the browser.",
  add: "Add {name}",
  remove: "Remove {name}",
  removeSure: "Remove {name} and its answers?",
  removed: "{name} is removed.",
  errorsOne: "Correct 1 error to go on",
  errorsMany: "Correct {n} errors to go on",
  sendFailed: "It could not be sent.",
  sendFailedHelp: "Everything you wrote is still in this browser. Try again.",
  conflict: "Somebody else has changed the checklist.",
  conflictHelp: "Nothing is lost: what you wrote is still in this browser.",
  openOther: "Open the other version",
  sent: "Sent",
  receipt: "Receipt: {receipt}",
  open: "Open the submission",
  toObjects: "To all objects of the office",
  yes: "Yes",
  codeUA: "No deviation",
  codeA: "Deviation",
  codeEK: "Not checked",
  codeEA: "Not relevant",
};

let language = "sv";

/** Chooses the language of the form's own texts; anything but English gives Swedish. */
export function setLanguage(code: string): void {
  language = code.toLowerCase().startsWith("en") ? "en" : "sv";
}

export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const template = language === "en" ? en[key] : sv[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Clock time as it is written in the language: 10.42 in Swedish, 10:42 in English. */
export function clockTime(moment: Date): string {
  const [hours, minutes] = [moment.getHours(), String(moment.getMinutes()).padStart(2, "0")];
  return `${hours}${language === "en" ? ":" : "."}${minutes}`;
}

/** Day and clock time, for example "23 november 10.42". */
export function dayAndTime(moment: Date): string {
  const day = moment.toLocaleDateString(language === "en" ? "en-GB" : "sv-SE", { day: "numeric", month: "long" });
  return `${day} ${clockTime(moment)}`;
}

/** A day such as "23 november 2026" from its ISO form. */
export function writeDay(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T12:00:00`);
  return day.toLocaleDateString(language === "en" ? "en-GB" : "sv-SE", { day: "numeric", month: "long", year: "numeric" });
}

/** A number as it is written in the language, without thousands separators so that it can be edited. */
export function writeNumber(value: number | bigint): string {
  return language === "en" ? String(value) : String(value).replace(".", ",");
}

/** Reads a number as people write it: "1 038", "12,5" or "12.5". Gives undefined for other text. */
export function readNumber(raw: string, whole: boolean): number | null | undefined {
  const plain = raw.replace(/\s/g, "").replace(",", ".").replace("−", "-");
  if (plain === "") return null;
  const pattern = whole ? /^-?\d{1,9}$/ : /^-?\d{1,12}(\.\d{0,9})?$/;
  return pattern.test(plain) ? Number(plain) : undefined;
}
