// Where ideas, rounds of prioritisation and decisions have their pages.
import { partUrl } from "../../site/frame.tsx";

export const ideaUrl = (network: string, idea: string): string =>
  `${partUrl(network, "ideas")}/${encodeURIComponent(idea)}`;
export const ballotUrl = (network: string, ballot: string): string =>
  `${partUrl(network, "prioritisation")}/${encodeURIComponent(ballot)}`;
export const decisionUrl = (network: string, subject: string): string =>
  `/decisions/${encodeURIComponent(network)}/${encodeURIComponent(subject)}`;
