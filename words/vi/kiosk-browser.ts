export const kioskBrowser = {
	waiting: "Máy đang chờ kết nối. Vui lòng chờ, hoặc hỏi cán bộ tại quầy.",
};
