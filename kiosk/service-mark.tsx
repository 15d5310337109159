import type { OfficeService } from "../protocol/office.ts";
import { Sign } from "../ui/sign.tsx";

/** What a service is found by: its picture, or its letter where the office gave it none. */
export function ServiceMark({ service: { prefix, sign } }: { service: OfficeService }) {
	return sign === undefined ? prefix : <Sign sign={sign} />;
}
