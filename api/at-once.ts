// Much to do, but only so much of it at a time.

/** What `work` makes of each item, in their order; so many are under way at once. What it throws, this throws. */
export async function atOnce<Item, Done>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  const queue = items.entries();
  const go = async () => {
    for (const [index, item] of queue) done[index] = await work(item);
  };
  await Promise.all(Array.from({ length: most }, go));
  return done;
}
