// Which mail servers are on this machine. Beyond it neither a password nor a mail goes in the clear.
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** `hostname` as a URL has it. */
export const isThisMachine = (hostname: string): boolean => LOCAL.test(hostname);
