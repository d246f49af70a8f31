// What the client asks about meetings, homework, and the files beside anything of a network.
import type { Call } from "./client-sessions.ts";
import type {
  CalendarFileJson,
  FileJson,
  HomeworkJson,
  HomeworkListJson,
  LinkJson,
  MeetingJson,
  MeetingLineJson,
} from "./meeting-shapes.ts";

/** Sends one request; throws ApiError or NotReached. */
type Send = (method: string, path: string, body?: unknown, key?: string) => Promise<Response>;

const of = (id: string, ...path: string[]) =>
  ["/api/networks", ...[id, ...path].map((one) => encodeURIComponent(one))].join("/");

/** The client's functions about them; each throws as the client says. */
export const meetingCalls = (call: Call, send: Send) => ({
  meetings: (id: string) => call<MeetingLineJson[]>("GET", of(id, "meetings")),
  /** A meeting with all that belongs to it; a homework with what was delivered. */
  meeting: (id: string, item: string) => call<MeetingJson>("GET", of(id, "meetings", item)),
  /** A meeting as a file that calendars take in. */
  meetingCalendar: (id: string, item: string) => call<CalendarFileJson>("GET", of(id, "meetings", item, "calendar")),
  homeworks: (id: string) => call<HomeworkListJson>("GET", of(id, "homework")),
  homework: (id: string, item: string) => call<HomeworkJson>("GET", of(id, "homework", item)),
  /** Files and links beside something (`item:m1`), or all of the network's. */
  beside: (id: string, about?: string) =>
    call<{ files: FileJson[]; links: LinkJson[] }>(
      "GET",
      `${of(id, "files")}${about === undefined ? "" : `?about=${encodeURIComponent(about)}`}`,
    ),
  addFile: (id: string, file: { about: string; name: string; content: Uint8Array<ArrayBuffer> }, key?: string) =>
    call<FileJson>(
      "POST",
      `${of(id, "files")}?${new URLSearchParams({ about: file.about, name: file.name })}`,
      file.content,
      key,
    ),
  removeFile: (id: string, file: string) => call<{ id: string; removed: true }>("DELETE", of(id, "files", file)),
  /** The content of a file, with the headers that say how to hand it on. */
  file: (id: string, file: string) => send("GET", of(id, "files", file)),
});
