#pragma once
// What a file can be compared by: a slice says something only of what belongs to its agency, so only that of it is held against another state.
// Must not know: languages, screens, where the states come from.
#include "model/document.hpp"

namespace rancang {

// Which of the two states is taken for the later one.
enum class FileSide : std::uint8_t { earlier, later };

// The state of `file` as it can be compared with `other`. Between whole plans that is the file as it is. Where either is a slice, it is `other` with what the
// file says of the records of that agency (as either state knows them): the rest is equal, and a difference never tells of it.
// A record that a slice lacks is no deleted one, since deleted ones travel in it. It is taken for a new one where the slice is the earlier state and the
// record's id is not older than the day of issue; older ones came to the agency later.
// Its replicas name the writers of the file. Cost: one pass over both.
Document comparable_state(Document const& file, Document const& other, FileSide side);

}  // namespace rancang
