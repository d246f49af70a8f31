// A page that shows at once what happens in its network: on a projector while phones vote, and on phones while others write.
import type { Child } from "hono/jsx";
import type { Known } from "../network-of.ts";

/** Its parts with a name (`data-part`) are made anew when something happens, and the last thing is said. */
export function Live({ known, children }: { known: Known; children: Child }) {
  return (
    <div data-live={`/networks/${encodeURIComponent(known.id)}/events`}>
      {children}
      <p class="soft unprinted" role="status" data-live-note />
    </div>
  );
}
