import { Type } from "typebox";
import { FurtherLanguage } from "../../protocol/languages.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

/** What a touchscreen says in a language that the office added. */
export function addLanguageRoute(app: App, { languages }: Parts): void {
	app.get(
		"/api/languages/:code",
		{
			schema: {
				tags: ["lobby"],
				summary: "A language that the office added: its sentences, as far as it has any",
				params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
				response: { 200: FurtherLanguage },
			},
		},
		async (request) => {
			const language = languages.find(({ code }) => code === request.params.code);
			if (!language) throw new Refused("language/unknown");
			return language;
		},
	);
}
