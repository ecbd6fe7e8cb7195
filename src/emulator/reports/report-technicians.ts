import type { Desk } from "../desk/desk.js";

/** A technician as reports show one. All members are empty if there is none. */
export interface ReportTechnician {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly groupId: string;
  readonly group: string;
}

/** Looks technicians up for a report, each once: a hundred thousand sessions have a handful of them. */
export function reportTechnicians(desk: Desk): (id: number | undefined) => ReportTechnician {
  const known = new Map<number | undefined, ReportTechnician>();
  return (id) => {
    const found = known.get(id) ?? technicianOf(desk, id);
    known.set(id, found);
    return found;
  };
}

function technicianOf(desk: Desk, id: number | undefined): ReportTechnician {
  const technician = id === undefined ? undefined : desk.technician(id);
  const person = technician?.person ?? (id === undefined ? undefined : desk.people.formerlyOf(id));
  const group = technician && desk.organisation.nodeOf(technician.parent, "TechnicianGroup");
  return {
    id: id === undefined ? "" : String(id),
    name: person?.name ?? "",
    email: person?.email ?? "",
    groupId: group ? String(group.id) : "",
    group: group?.name ?? "",
  };
}
