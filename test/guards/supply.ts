// What is known of the packages we run on: advisories that have no answer, licences nobody has said yes to, and the bill of materials.

/** An answer to an advisory, which holds up to and with a day (YYYY-MM-DD). */
export type Answer = { advisory: string; package: string; answer: string; until: string };
export type Finding = { advisory: string; package: string; severity: string; title: string };

type Via = string | { name: string; url?: string; source?: number; severity: string; title: string };
export type Audit = { auditReportVersion?: number; vulnerabilities?: Record<string, { via: Via[] }>; message?: string };

/** Every advisory of a report, once for each package. Undefined where the registry could not be asked. */
export function findingsOf({ auditReportVersion, vulnerabilities }: Audit): Finding[] | undefined {
  if (auditReportVersion === undefined || vulnerabilities === undefined) return undefined;
  const found = Object.values(vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((via) => typeof via !== "string")
    .map(({ name, url, source, severity, title }) => ({
      advisory: url?.split("/").at(-1) ?? String(source),
      package: name,
      severity,
      title,
    }));
  return [...new Map(found.map((one) => [`${one.advisory} ${one.package}`, one])).values()];
}

/** What is wrong between findings and answers, a line each. `today`: YYYY-MM-DD. */
export function unanswered(findings: readonly Finding[], answers: readonly Answer[], today: string): string[] {
  const same = (finding: Finding, answer: Answer) =>
    finding.advisory === answer.advisory && finding.package === answer.package;
  const wrong = findings.flatMap((finding) => {
    const answer = answers.find((one) => same(finding, one) && one.answer.trim() !== "");
    const named = `${finding.advisory} (${finding.package}, ${finding.severity}: ${finding.title})`;
    if (!answer) return [`${named} has no answer in docs/audit.json`];
    return answer.until < today ? [`${named}: its answer held until ${answer.until}`] : [];
  });
  const idle = answers.filter((answer) => !findings.some((finding) => same(finding, answer)));
  return [...wrong, ...idle.map(({ advisory }) => `${advisory} is answered and no longer found: take it out`)];
}

export type Licensed = { name: string; licence: string };
export type Licences = {
  licences: string[];
  licencesAnswered: { package: string; licence: string; answer: string }[];
};

/** Packages whose licence is neither on the list nor answered for. Of several to choose from, one has to be on the list. */
export function unlicensed(packages: readonly Licensed[], { licences, licencesAnswered }: Licences): string[] {
  const allowed = (expression: string): boolean =>
    expression
      .replace(/^\((.*)\)$/, "$1")
      .split(" OR ")
      .some((way) => way.split(" AND ").every((one) => licences.includes(one)));
  const isAnswered = ({ name, licence }: Licensed) =>
    licencesAnswered.some((one) => one.package === name && one.licence === licence);
  return packages
    .filter((one) => !allowed(one.licence) && !isAnswered(one))
    .map((one) => `${one.name}: ${one.licence}`);
}
