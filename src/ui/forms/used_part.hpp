#pragma once
// "Dipakai oleh": below the form of a record, who names it, by type; each leads to the record or to all of them in their table.
// Must not know: particular records.
#include <string>

#include "ui/forms/field_editor.hpp"

namespace rancang {

void used_part(FormContext& context, RecordKey key, Box& column);
// "7 kegiatan, 2 indikator"
std::string users_text(Strings const& s, NumberStyle numbers, RecordNames const& users);

}  // namespace rancang
