import { expect, test } from "vitest";
import { hoursNotice } from "./hours-notice.ts";

test("moved hours are told with why, in both languages; the usual ones are not", () => {
	expect(hoursNotice(null)).toEqual([]);
	const reason = { vi: "Họp cơ quan đầu giờ.", en: "Staff meeting first." };
	const periods = [
		{ from: "08:30", to: "11:30" },
		{ from: "13:30", to: "16:00" },
	];
	expect(hoursNotice({ periods, reason })).toEqual([
		{
			vi: "Hôm nay làm việc 08:30–11:30, 13:30–16:00. Họp cơ quan đầu giờ.",
			en: "Open today 08:30–11:30, 13:30–16:00. Staff meeting first.",
		},
	]);
	expect(hoursNotice({ periods: [], reason: null })).toEqual([
		{ vi: "Hôm nay không làm việc.", en: "Closed today." },
	]);
});
