import { expect, test } from "vitest";
import { type CertificateSeen, checkCertificate } from "./check-tls.ts";
import { saidOf } from "./said-of.ts";

const dayMs = 24 * 60 * 60_000;

const now = Date.parse("2026-11-21T00:00:00Z");
const certificate: CertificateSeen["certificate"] = {
	validFrom: new Date(now - dayMs).toUTCString(),
	validTo: new Date(now + 100 * dayMs).toUTCString(),
	subject: "CN=motcua.lan",
	subjectAltName: "DNS:motcua.lan",
	checkHost: (name: string) => (name === "motcua.lan" ? name : undefined),
	checkIP: () => undefined,
};
const tls: CertificateSeen = {
	certificate,
	keyIsOpen: false,
	keyFile: "/etc/motcua/key.pem",
	publicHost: undefined,
	now,
};

test.each<[string, Partial<CertificateSeen>, RegExp]>([
	["good", { publicHost: "motcua.lan" }, /^ok DNS:motcua\.lan, 100 days left$/],
	["near its end", { now: now + 90 * dayMs }, /^note .*ends in 10 days/],
	["ended", { now: now + 101 * dayMs }, /^wrong .*has ended/],
	["of tomorrow", { now: now - 2 * dayMs }, /^wrong .*begins only .*clock/],
	[
		"for another name",
		{ publicHost: "so.example.gov.vn" },
		/^wrong .*not for so\.example\.gov\.vn/,
	],
	["with a key for all to read", { keyIsOpen: true }, /^note .*chmod 600 \/etc\/motcua\/key\.pem/],
])("a certificate that is %s", (_, change, said) => {
	expect(saidOf(checkCertificate({ ...tls, ...change }))).toMatch(said);
});
