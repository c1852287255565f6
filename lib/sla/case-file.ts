import { z } from "zod";
import { type HolidayCountry, holidayCountries } from "./holidays";
import { ClosedDay, DayHours, LocalDate, TimeZone, WeekHours, WorkingDays, WorkingMinutes } from "./schema";
