// What Fremdrift is made of, as a CycloneDX document on standard output: `node tools/sbom.mjs > sbom.json`. Needs nothing but the
// lock files. (`npm sbom --omit dev` of npm 11.19 leaves out 207 of them, @grpc/grpc-js among them.)
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const [lock, sums, own] = [read("package-lock.json"), read("tools/temporal/go.sum"), JSON.parse(read("package.json"))];
const ours = { type: "application", name: own.name, version: own.version, "bom-ref": `${own.name}@${own.version}` };

process.stdout.write(
  `${JSON.stringify(
    {
      $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      serialNumber: serialOf(lock + sums),
      version: 1,
      metadata: { component: { ...ours, licenses: licensesOf(own.license) } },
      components: [...packagesIn(JSON.parse(lock)), ...modulesIn(sums)],
    },
    null,
    1,
  )}\n`,
);

/** Of the same lock files always the same. */
function serialOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Packages that an installation for use may hold, on whatever platform; each version once. */
function packagesIn({ packages }) {
  const found = new Map();
  for (const [place, { version, integrity, license, dev, link, optional }] of Object.entries(packages)) {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    if (!place.includes("node_modules/") || dev || link) continue;
    const ref = `${name}@${version}`;
    const [algorithm, digest = ""] = (integrity ?? "").split("-");
    found.set(ref, {
      type: "library",
      "bom-ref": `npm:${ref}`,
      name,
      version,
      scope: optional ? "optional" : "required",
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      ...(algorithm === "sha512" && {
        hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }],
      }),
      ...(license && { licenses: licensesOf(license) }),
    });
  }
  return [...found.values()];
}

function licensesOf(license) {
  return / /.test(license) ? [{ expression: license.replace(/^\((.*)\)$/, "$1") }] : [{ license: { name: license } }];
}

/** Go modules whose content the Temporal server is built of, with the sum that Go knows each by. */
function modulesIn(text) {
  return text
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([name, version = "/go.mod"]) => name && !version.endsWith("/go.mod"))
    .map(([name, version, sum]) => ({
      type: "library",
      "bom-ref": `go:${name}@${version}`,
      name,
      version,
      scope: "required",
      purl: `pkg:golang/${name}@${version}`,
      properties: [{ name: "go:sum", value: sum }],
    }));
}
