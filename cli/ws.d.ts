// The part of `ws` that is used here: it brings no types along.
declare module "ws" {
  import type { EventEmitter } from "node:events";
  import type { IncomingMessage } from "node:http";
  import type { AddressInfo } from "node:net";

  export class WebSocket extends EventEmitter {
    static readonly OPEN: number;
    readonly readyState: number;
    constructor(url: string, options?: { origin?: string });
    send(data: string): void;
    close(): void;
    terminate(): void;
  }
  export class WebSocketServer extends EventEmitter {
    readonly clients: Set<WebSocket>;
    constructor(options: {
      host: string;
      port: number;
      maxPayload?: number;
      verifyClient?: (info: { origin?: string; req: IncomingMessage }) => boolean;
    });
    address(): AddressInfo;
    close(): void;
  }
}
