import { readFile } from "node:fs/promises";
import { Type } from "typebox";
import { kindOfPicture } from "../../config/picture-file.ts";
import { nameOfKept, typeOfPicture } from "../../config/slides.ts";
import { KeptPicture, slidePictureLimits } from "../../protocol/slide-pictures.ts";
import { isMissing } from "../disk.ts";
import { never } from "../queue/never.ts";
import { replyError } from "./errors.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];
const path = "/api/admin/settings/pictures";

/** More than may be kept: a connection that is closed while a picture is still on its way would tell a browser nothing. */
const bodyLimit = 2 * slidePictureLimits.bytes;

/**
 * Pictures for slides of the settings, sent by admins before they save what names them.
 * @param app registered by itself: here alone a body may be a picture
 */
export function addSlidePictureRoutes(app: App, parts: Parts): void {
	const { sessions, changeSettings, slidePictures, audit } = parts;
	const onRequest = requireAccount(sessions, ["admin"]);
	app.addContentTypeParser(["image/png", "image/jpeg"], { parseAs: "buffer" }, (_, body, done) =>
		done(null, body),
	);

	app.get(
		path,
		{
			onRequest,
			schema: {
				tags,
				summary: "A picture that a slide of the settings names, or may",
				querystring: Type.Object({ picture: Type.String({ minLength: 1, maxLength: 400 }) }),
			},
		},
		async ({ query: { picture } }, reply) => {
			const file = slidePictures.fileOf(picture);
			if (file === null) throw new Refused("request/not-found");
			const bytes = await readFile(file).catch((error: unknown) => {
				if (isMissing(error)) throw new Refused("request/not-found");
				throw error;
			});
			const kind = kindOfPicture(bytes);
			if (kind === null) throw new Refused("request/not-found");
			// A name of ours stands for its bytes; what lies beside the office file may be another picture tomorrow.
			if (nameOfKept(picture)) reply.header("cache-control", "private, max-age=86400, immutable");
			return reply.type(typeOfPicture[kind]).send(bytes);
		},
	);

	app.post(
		path,
		{
			onRequest,
			bodyLimit,
			errorHandler(error, request, reply) {
				if (!("code" in error) || error.code !== "FST_ERR_CTP_BODY_TOO_LARGE") {
					return replyError(error, request, reply);
				}
				const bytes = Number(request.headers["content-length"]);
				const picture = bytes > 0 ? { bytes } : {};
				throw new Refused("picture/wrong-size", { picture });
			},
			schema: {
				tags,
				summary:
					"Keeps a picture (image/png, image/jpeg) for a slide; the same bytes have the same name",
				consumes: ["image/png", "image/jpeg"],
				response: { 200: KeptPicture, 201: KeptPicture },
			},
		},
		async ({ body, account }, reply) => {
			const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
			const keeping = await changeSettings.keepPicture(bytes);
			switch (keeping.is) {
				case "kept": {
					const { picture, name, isNew } = keeping;
					if (!isNew) return picture;
					await audit.note({ type: "picture-kept", name, bytes: bytes.length }, account.username);
					reply.code(201);
					return picture;
				}
				case "none":
					throw new Refused("picture/none", { picture: { found: keeping.found } });
				case "wrong-size":
					throw new Refused("picture/wrong-size", { picture: keeping });
				case "no-room":
					throw new Refused("picture/no-room", { picture: keeping });
				default:
					return never(keeping);
			}
		},
	);
}
