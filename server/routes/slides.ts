import { readFile } from "node:fs/promises";
import { Type } from "typebox";
import { isMissing } from "../disk.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

/** The pictures of the office's slides. A name stands for its bytes, so that browsers keep them for good. */
export function addSlideRoutes(app: App, { slides }: Parts): void {
	app.get(
		"/api/slides/:name",
		{
			schema: { hide: true, params: Type.Object({ name: Type.String({ maxLength: 40 }) }) },
		},
		async ({ params }, reply) => {
			const picture = slides.picture(params.name);
			if (!picture) throw new Refused("request/not-found");
			const bytes = await readFile(picture.file).catch((error: unknown) => {
				// It was let go since it was shown.
				if (isMissing(error)) throw new Refused("request/not-found");
				throw error;
			});
			reply.header("cache-control", "public, max-age=31536000, immutable").type(picture.type);
			return reply.send(bytes);
		},
	);
}
