"use client";

type Answer = { ok: boolean; message?: string };

/** Sends one file and tells how far it has come. By XMLHttpRequest: fetch does not say how much has left. */
export function sendFile(
  action: string,
  file: File,
  visibility: string,
  tell: (percent: number) => void,
): Promise<Answer> {
  const form = new FormData();
  form.set("visibility", visibility);
  form.set("file", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => tell(Math.round((100 * loaded) / (total || 1)));
    request.onerror = () => resolve({ ok: false });
    request.onload = () => {
      const { message } = (request.response ?? {}) as { message?: string };
      resolve({ ok: request.status === 201, ...(message ? { message } : {}) });
    };
    tell(0);
    request.send(form);
  });
}
