// Certificates that we issue ourselves, for servers of tests on this machine and for who calls on them.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { tmpFolder } from "./tmp.ts";

/** Paths of PEM files. */
export type Certificate = { cert: string; key: string };
export type Issuer = { ca: string; issue(name: string): Certificate };

/** Whether certificates can be made here. */
export const canIssue = (): boolean => spawnSync("openssl", ["version"]).status === 0;

/** An issuer that nobody knows, in a folder of its own. What it issues is for localhost, 127.0.0.1 and the name. */
export function issuer(): Issuer {
  const folder = tmpFolder();
  const file = (name: string) => path.join(folder, name);
  const make = (name: string, ...more: string[]): Certificate => {
    const [cert, key] = [file(`${name}.pem`), file(`${name}.key`)];
    const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    const args = ["req", "-x509", ...fresh, "-subj", `/CN=${name}`, "-keyout", key, "-out", cert, ...more];
    execFileSync("openssl", args, { stdio: "ignore" });
    return { cert, key };
  };
  const ca = make("ca");
  return {
    ca: ca.cert,
    issue: (name) => {
      const signed = ["-CA", ca.cert, "-CAkey", ca.key];
      const names = ["-addext", `subjectAltName=DNS:localhost,DNS:${name},IP:127.0.0.1`];
      return make(name, ...signed, ...names, "-addext", "basicConstraints=critical,CA:FALSE");
    },
  };
}

/** A certificate as servers take it. */
export const readCertificate = ({ cert, key }: Certificate) => ({ cert: readFileSync(cert), key: readFileSync(key) });
