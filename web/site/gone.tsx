// A form that was not taken, and that the page it came from no longer has: why not, and what was typed, so that nothing is lost.
import type { At, FormState } from "./at.ts";
import { DO_WORDS } from "./do-words.ts";
import { SITE_WORDS } from "./words.ts";

/** Fields that nobody types. */
const UNTYPED = /^(?:key|form|page|said|to|edits|since|see|go|trigger|data|(?:d\.)?(?:item|idea|ballot|session))$/;

/** What is the matter, and the texts that were sent. */
export function Gone({ at, form }: { at: At; form: FormState }) {
  const typed = form.sent.filter(([name, value]) => !UNTYPED.test(name) && value.trim() !== "");
  const { title, detail, hint } = form.problem ?? {};
  return (
    <div class="said wrong" role="alert" tabindex={-1} data-wrong>
      <p>
        <strong>{title || SITE_WORDS[at.language].notDone}</strong>
      </p>
      {detail && <p>{detail}</p>}
      {hint && hint !== detail && <p>{hint}</p>}
      {typed.length > 0 && (
        <>
          <p>{DO_WORDS[at.language].typed}</p>
          <ul>
            {typed.map(([, value]) => (
              <li>{value}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
