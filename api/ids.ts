// What can be an id in an address. The database takes no other text, and what is looked up with others may not spoil their answers.

/** Letters, digits, `_` and `-`, a hundred at the most. */
export const ID = /^[\w-]{1,100}$/;
