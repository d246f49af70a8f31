// My page: what is expected of me, in order of time.
import type { Site } from "../../site/site.tsx";
import { MINE } from "./words.ts";

/** Adds the page to the site. */
export function addMine({ page }: Site): void {
  page("/", async ({ api, language }) => {
    const words = MINE[language];
    const networks = await api.networks();
    const body = (
      <>
        <h1>{words.title}</h1>
        <h2>{words.networks}</h2>
        <ul class="rows">
          {networks.map(({ id, title }) => (
            <li>
              <div class="what">
                <a href={`/networks/${id}`}>{title}</a>
              </div>
            </li>
          ))}
        </ul>
      </>
    );
    return { title: words.title, body, part: "mine" };
  });
}
