import type { Office } from "../../config/office.ts";
import type { OfficePaper, TicketPaper } from "../../printer/paper.ts";
import type { Language } from "../../protocol/office.ts";
import { writtenTo } from "../../words/language.ts";

/** What every paper says of the office; papers know no languages but Vietnamese and English. */
export function officePaper(office: Office, language: string): OfficePaper {
	const { paper } = office;
	return {
		language: writtenTo(language),
		languages: paperLanguages(office),
		office: office.name,
		...(paper?.header && { header: paper.header }),
		...(paper?.footer && { footer: paper.footer }),
		...(paper?.logo !== undefined && { logoFile: paper.logo }),
		timeZone: office.timeZone,
	};
}

/** The sign of a service and the counters that serve it; of a service that is no longer in the file, neither. */
export function servicePlace(
	{ services, counters }: Pick<Office, "services" | "counters">,
	serviceId: string,
): Pick<TicketPaper, "sign" | "where"> {
	const sign = services.find(({ id }) => id === serviceId)?.sign;
	const labels = counters.filter((counter) => counter.services.includes(serviceId));
	return {
		...(sign && { sign }),
		...(labels.length > 0 && { where: labels.map(({ label }) => label).join(", ") }),
	};
}

/** Each once: whoever reads a language that is not printed reads Vietnamese. */
function paperLanguages({ languages }: Pick<Office, "languages">): Language[] {
	return [...new Set(languages.map(writtenTo))];
}
