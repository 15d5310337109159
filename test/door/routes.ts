import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Route } from "../../server/routes/parts.ts";

const Said = Type.Object({
	msg: Type.Literal("routes"),
	routes: Type.Array(Type.Object({ method: Type.String(), url: Type.String() })),
});

/** Everything that is registered in a hub, by what it says of itself at `LOG_LEVEL=debug`. */
export function routesOf(output: string): Route[] {
	for (const line of output.split("\n")) {
		if (!line.startsWith("{")) continue;
		const said: unknown = JSON.parse(line);
		if (Value.Check(Said, said)) return said.routes;
	}
	throw new Error("the hub has not said its routes");
}

/** An address that leads to a route. */
export function addressTo({ url }: Route, parameter = "khong-co"): string {
	return url.replaceAll(/:[A-Za-z]+/g, parameter).replace("*", parameter);
}
