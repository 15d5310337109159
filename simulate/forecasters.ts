import type { Office } from "../config/office.ts";
import type { Forecaster } from "./forecaster.ts";
import { createHubForecaster } from "./hub-forecaster.ts";
import { naiveByService, naiveOverAll } from "./naive.ts";
import { createOracle } from "./oracle.ts";

/** Who can be asked how long people will wait, by the names that `--forecast` takes. A new one is made for each office. */
export const forecasters: ReadonlyMap<string, (office: Office) => Forecaster> = new Map([
	["hub", createHubForecaster],
	["naive-service", naiveByService],
	["naive-office", naiveOverAll],
	["oracle", () => createOracle()],
]);

/** @throws {Error} where nobody is named so: names are checked where they are read */
export function forecastersNamed(names: readonly string[], office: Office): Forecaster[] {
	return names.map((name) => {
		const create = forecasters.get(name);
		if (!create) throw new Error(`nobody forecasts under the name ${name}`);
		return create(office);
	});
}
