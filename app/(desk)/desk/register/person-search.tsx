"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { PersonLine } from "@/app/_ui/person-line";
import { routes } from "@/lib/base/routes";

type Found = {
  personId: string;
  name: string;
  email: string;
  account: string | null;
  phone: string | null;
  unit: string;
};

const waitMs = 120;

/** Finds the person as one types; without script the form around it asks the server. `children` is the form. */
export function PersonSearch({ children, hits, channel }: { children: ReactNode; hits: string; channel: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Found[] | null>(null);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement>("input[type=search]");
    if (!field) return;
    let timer = 0;
    let asked = 0;
    const ask = async (q: string) => {
      const mine = ++asked;
      const answer = await fetch(routes.api.persons(q)).catch(() => null);
      if (mine === asked && answer?.ok) setFound(((await answer.json()) as { items: Found[] }).items);
    };
    const typed = () => {
      clearTimeout(timer);
      const q = field.value.trim();
      if (q.length < 2) setFound(null);
      else timer = window.setTimeout(() => void ask(q), waitMs);
    };
    field.addEventListener("input", typed);
    return () => {
      clearTimeout(timer);
      field.removeEventListener("input", typed);
    };
  }, []);
  return (
    <div ref={box}>
      {children}
      <p role="status" className="sr-only">
        {found ? hits.replace("%", String(found.length)) : ""}
      </p>
      {found && (
        <ul className="register-found">
          {found.map((person) => (
            <li key={person.personId}>
              <a href={routes.deskRegisterFor(person.personId, channel)}>
                <PersonLine
                  name={person.name}
                  detail={[person.unit, person.account, person.phone].filter(Boolean).join(" · ")}
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
