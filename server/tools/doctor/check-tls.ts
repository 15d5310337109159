import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface CertificateSeen {
	certificate: Pick<
		X509Certificate,
		"validFrom" | "validTo" | "subject" | "subjectAltName" | "checkHost" | "checkIP"
	>;
	/** Whether others than the key's owner and its group may read it. */
	keyIsOpen: boolean;
	keyFile: string;
	/** The host of PUBLIC_URL. */
	publicHost: string | undefined;
	now: number;
}

const dayMs = 24 * 60 * 60_000;
/** Two weeks before the end the hub warns in its log. */
const soonDays = 14;

export function checkCertificate(seen: CertificateSeen): Finding {
	const { certificate, keyIsOpen, keyFile, publicHost, now } = seen;
	const about = "TLS";
	const { validFrom, validTo } = certificate;
	const left = Math.floor((Date.parse(validTo) - now) / dayMs);
	const names = (certificate.subjectAltName ?? certificate.subject).replaceAll("\n", " ");
	const renew =
		"renew it and put it in place of the old one: a running hub takes it in within a minute";
	if (now < Date.parse(validFrom)) {
		return wrong(
			about,
			`the certificate begins only on ${validFrom}`,
			"look at this machine's clock; where it is right, use another certificate",
		);
	}
	if (left < 0) return wrong(about, `the certificate has ended: ${validTo}`, renew);
	if (publicHost !== undefined && !isFor(certificate, publicHost)) {
		return wrong(
			about,
			`the certificate is for ${names} and not for ${publicHost} of PUBLIC_URL`,
			"have that name put into it, or correct PUBLIC_URL",
		);
	}
	if (left < soonDays)
		return note(about, `the certificate ends in ${left} days: ${validTo}`, renew);
	if (keyIsOpen) {
		return note(
			about,
			`everybody on this machine may read ${keyFile}`,
			`chmod 600 ${keyFile}, and let it belong to the hub's user`,
		);
	}
	return ok(about, `${names}, ${left} days left`);
}

function isFor(certificate: CertificateSeen["certificate"], host: string): boolean {
	const name = host.replace(/^\[|\]$/g, "");
	const found = isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name);
	return found !== undefined;
}
