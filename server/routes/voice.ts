import { Type } from "typebox";
import { Language } from "../../protocol/office.ts";
import { VoiceView } from "../../protocol/voice.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

/** The clips that boards announce calls with. The name of a clip's file stands for its bytes, so that browsers keep them for good. */
export function addVoiceRoutes(app: App, { voices }: Parts): void {
	const files = new Map(
		voices.flatMap(({ clips }) => clips.map(({ file, bytes }) => [file, bytes] as const)),
	);

	app.get(
		"/api/voice/:language",
		{
			schema: {
				tags: ["lobby"],
				summary: "The clips of a language: what calls are composed of",
				params: Type.Object({ language: Language }),
				response: { 200: VoiceView },
			},
		},
		async ({ params }) => {
			const found = voices.find(({ language }) => language === params.language);
			if (!found) throw new Refused("request/not-found");
			const { language, voice, provisional, clips } = found;
			const paths = clips.map(
				({ name, file, durationMs }) =>
					[name, { path: `/api/voice/clips/${file}`, durationMs }] as const,
			);
			return { language, voice, provisional, clips: Object.fromEntries(paths) };
		},
	);

	app.get(
		"/api/voice/clips/:file",
		{ schema: { hide: true, params: Type.Object({ file: Type.String({ maxLength: 40 }) }) } },
		async ({ params }, reply) => {
			const bytes = files.get(params.file);
			if (!bytes) throw new Refused("request/not-found");
			reply.header("cache-control", "public, max-age=31536000, immutable").type("audio/ogg");
			return reply.send(bytes);
		},
	);
}
