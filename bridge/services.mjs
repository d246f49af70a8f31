// Running actors as @xstate/inspect knows them: services of XState 4 that do nothing but say how theirs stands.
import { createMachine, State } from "xstate";
import { asVersion4 } from "./definition.mjs";

const EVENT = "fremdrift";

/** What an actor is: its state as XState 4's, with the event that led to it. */
function stateOf({ id, value, context }, event) {
  const _event = { name: event.type, data: event, $$type: "scxml", type: "external" };
  return State.create({
    value,
    context: context ?? {},
    event,
    _event,
    _sessionid: id,
    actions: [],
    activities: {},
    meta: {},
    events: [],
    configuration: [],
    transitions: [],
    children: {},
  });
}

/**
 * All actors by id, registered with the tools of @xstate/inspect as they come. Each is told of by what moves it: a `begin` with its
 * machine's definition, a `state`, an `end`.
 * @param {{ register: (service: object) => void }} tools
 */
export function createServices(tools) {
  const services = new Map();
  return (said) => {
    const known = services.get(said.id);
    if (said.do === "begin" && !known) {
      const made = serviceOf(said);
      services.set(said.id, made);
      tools.register(made.service);
    } else if (said.do === "state" && known) known.move(said);
    else if (said.do === "end" && known) {
      services.delete(said.id);
      known.end();
    }
  };
}

function serviceOf(said) {
  const [listeners, enders] = [new Set(), new Set()];
  const service = {
    id: said.id,
    sessionId: said.id,
    machine: createMachine({ id: said.id, ...asVersion4(said.definition), predictableActionArguments: true }),
    state: stateOf(said, { type: "xstate.init" }),
    initialState: undefined,
    // What a tool sends goes nowhere: a network is moved by those who may.
    send: () => {},
    subscribe: (listener) => (listeners.add(listener), { unsubscribe: () => listeners.delete(listener) }),
    onStop: (listener) => enders.add(listener),
  };
  return {
    service,
    move: (next) => {
      const event = next.event ?? { type: EVENT };
      service.send(event);
      service.state = stateOf(next, event);
      for (const listener of listeners) listener(service.state);
    },
    end: () => {
      for (const listener of enders) listener();
    },
  };
}
