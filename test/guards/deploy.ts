// What must hold of the Dockerfile and the compose file, where no Docker is there to try them.
import { parse } from "yaml";

type Service = {
  image?: string;
  build?: { target?: string };
  restart?: string;
  ports?: string[];
  network_mode?: string;
  secrets?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[] };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
};
type Compose = { services: Record<string, Service>; secrets?: object; volumes?: object };

const INSTRUCTIONS = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "EXPOSE", "VOLUME", "CMD"];
/** Somebody else's image that writes its settings beside itself when it starts. */
const WRITES_ITSELF = ["temporal-ui"];
const PINNED = /:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/;

/** One sentence for each thing wrong in a compose file, beside the stages that the Dockerfile has. */
export function composeProblems(text: string, stages: string[]): string[] {
  const compose = parse(text, { merge: true }) as Compose;
  const named = { secrets: Object.keys(compose.secrets ?? {}), volumes: Object.keys(compose.volumes ?? {}) };
  return Object.entries(compose.services).flatMap(([name, service]) => [
    ...when(!PINNED.test(service.image ?? ""), `${name}: the image ${service.image} has no pinned version`),
    ...when(
      service.build !== undefined && !stages.includes(service.build.target ?? ""),
      `${name}: the Dockerfile has no stage ${service.build?.target}`,
    ),
    ...when(
      !service.healthcheck?.test?.length && !isOneShot(name, compose),
      `${name}: neither a health check nor one-shot`,
    ),
    ...when(
      !WRITES_ITSELF.includes(name) && (!service.read_only || !service.cap_drop?.includes("ALL")),
      `${name}: may write its own files, or has rights that it does not need`,
    ),
    ...when(service.network_mode !== undefined, `${name}: is on the machine's own network`),
    ...(service.ports ?? [])
      .filter((port) => !port.startsWith("127.0.0.1:"))
      .map((port) => `${name}: port ${port} is open to the network`),
    ...(service.secrets ?? [])
      .filter((secret) => !named.secrets.includes(secret))
      .map((secret) => `${name}: no secret ${secret}`),
    ...(service.volumes ?? [])
      .filter((volume) => !named.volumes.includes(volume.split(":")[0]!))
      .map((volume) => `${name}: no volume ${volume}`),
    ...Object.entries(service.depends_on ?? {}).flatMap(([other, { condition }]) =>
      waitProblems({ name, other, condition, compose }),
    ),
  ]);
}

/** The stages of a Dockerfile, as they are named. */
export function stagesOf(text: string): string[] {
  return instructions(text).flatMap(({ word, rest }) =>
    word === "FROM" ? [/ AS (\S+)$/.exec(rest)?.[1] ?? rest] : [],
  );
}

/** One sentence for each thing wrong in a Dockerfile. `isThere` tells whether a path can be copied from the project. */
export function dockerfileProblems(text: string, isThere: (file: string) => boolean): string[] {
  const stages = stagesOf(text);
  const lines = instructions(text);
  return [
    ...lines.filter(({ word }) => !INSTRUCTIONS.includes(word)).map(({ word }) => `${word} is no instruction`),
    ...lines.flatMap(({ word, rest }) =>
      word === "FROM" ? fromProblems(rest, stages) : word === "COPY" ? copyProblems(rest, { stages, isThere }) : [],
    ),
    ...["app", "temporal"]
      .filter((stage) => !instructionsOf(stage, lines).some(({ word, rest }) => word === "USER" && rest !== "root"))
      .map((stage) => `${stage} runs as root, or is not there`),
  ];
}

type Instruction = { word: string; rest: string };

function instructions(text: string): Instruction[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => ({ word: line.split(/\s+/)[0]!, rest: line.trim().replace(/^\S+\s*/, "") }));
}

function instructionsOf(stage: string, lines: Instruction[]): Instruction[] {
  const first = lines.findIndex(({ word, rest }) => word === "FROM" && rest.endsWith(` AS ${stage}`));
  if (first < 0) return [];
  const next = lines.findIndex(({ word }, index) => index > first && word === "FROM");
  return lines.slice(first, next < 0 ? undefined : next);
}

function fromProblems(rest: string, stages: string[]): string[] {
  const image = rest.split(/\s+/)[0]!;
  return when(!PINNED.test(image) && !stages.includes(image), `the image ${image} has no pinned version`);
}

function copyProblems(
  rest: string,
  { stages, isThere }: { stages: string[]; isThere: (file: string) => boolean },
): string[] {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  if (from !== undefined) return when(!stages.includes(from), `COPY from ${from}, which is no stage`);
  return words
    .slice(0, -1)
    .filter((word) => !word.startsWith("--") && !isThere(word))
    .map((word) => `COPY ${word}, which is not there`);
}

function isOneShot(name: string, { services }: Compose): boolean {
  const awaited = Object.values(services).some(
    ({ depends_on }) => depends_on?.[name]?.condition === "service_completed_successfully",
  );
  return awaited && services[name]?.restart === "on-failure";
}

function waitProblems({
  name,
  other,
  condition,
  compose,
}: {
  name: string;
  other: string;
  condition: string;
  compose: Compose;
}): string[] {
  const service = compose.services[other];
  if (!service) return [`${name}: waits for ${other}, which is no service`];
  return when(
    condition === "service_healthy" && !service.healthcheck,
    `${name}: waits until ${other} is healthy, which has no health check`,
  );
}

function when(is: boolean, sentence: string): string[] {
  return is ? [sentence] : [];
}
