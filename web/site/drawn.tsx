// Pictures that are drawn once: everybody who opens a network sees the same until something happens in it.
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { remembered } from "../../mail/remembered.ts";

/** Pictures kept of a kind: some 100 kB each, with what they are of. */
const MOST = 50;

/** The component, whose text is kept: it follows from its props alone, which are plain data, and nothing in it waits. */
export function drawn<Props>(
  draw: (props: Props) => ReturnType<typeof raw> | Promise<HtmlEscapedString> | null,
): (props: Props) => ReturnType<typeof raw> {
  const text = remembered((props: Props) => String(draw(props) ?? ""), MOST);
  return (props) => raw(text(props));
}
