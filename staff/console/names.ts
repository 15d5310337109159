import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";

/** What a service is called; its id where the office has not been told yet, or no longer has it. */
export function serviceName(id: string, office: OfficeView | null): string {
	const service = office?.services.find((one) => one.id === id);
	return service ? inLanguage(service.name, language.value) : id;
}

export function priorityName(id: string, office: OfficeView | null): string {
	const priority = office?.priorityClasses.find((one) => one.id === id);
	return priority ? inLanguage(priority.name, language.value) : id;
}

export function counterLabel(id: string, office: OfficeView | null): string {
	return office?.counters.find((one) => one.id === id)?.label ?? id;
}
