// The pages of homework, and where it is delivered.
import { NotTaken, type Site } from "../../site/site.tsx";
import { addHomeworks } from "./list.tsx";
import { addHomework } from "./one.tsx";
import { HOMEWORK } from "./words.ts";

/** Adds them to the site. */
export function addHomeworkPages(site: Site): void {
  addHomeworks(site);
  addHomework(site);

  site.form("/networks/:id/homework/:item/deliver", async ({ c, api, language }, sent, key) => {
    const item = c.req.param("item") ?? "";
    const organisation = sent.text("organisation");
    const answers = sent.sent.flatMap(([name, value]) => (name.startsWith("answers.") ? [value.trim()] : []));
    const text = sent.text("text");
    const { deliver } = HOMEWORK[language];
    if (text === "" && answers.every((one) => one === ""))
      throw new NotTaken(deliver.need, { [answers.length > 0 ? "answers.0" : "text"]: deliver.need });
    const said = answers.length > 0 ? { answers } : { text };
    const data = { item, ...said, ...(organisation !== "" && { organisation }) };
    await api.trigger(c.req.param("id") ?? "", "deliver", data, key);
    return { to: sent.text("page"), said: deliver.said };
  });
}
