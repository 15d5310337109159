import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openAdmittance } from "./admittance.ts";

const hub = "http://192.168.1.10:8080";

test("an agent whose folder is gone is in for as long as it runs, and says so", () => {
	const folder = mkdtempSync(join(tmpdir(), "motcua-agent-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const warn = vi.fn();
	const admittance = openAdmittance(folder, hub, "cua-chinh", warn);
	admittance.keep({ asked: { code: "48219300", secret: "bí mật" } });
	expect(warn).not.toHaveBeenCalled();
	rmSync(folder, { recursive: true });
	admittance.keep({ token: "thẻ" });
	expect(warn).toHaveBeenCalledOnce();
	expect(admittance.token()).toBe("thẻ");
	expect(admittance.asked()).toBeUndefined();
});
