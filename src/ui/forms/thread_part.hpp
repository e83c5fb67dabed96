#pragma once
// The thread of a record in its form: what it hangs on, up to the missions of the region; broken links are mended from here.
// Must not know: which records have one.
#include "ui/forms/field_editor.hpp"

namespace rancang {

void thread_part(FormContext& context, RecordKey key, Node const& node, Box& column);

}  // namespace rancang
