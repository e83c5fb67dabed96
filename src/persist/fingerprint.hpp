#pragma once
// The fingerprint of what a plan says: the same for every copy that says the same, whoever wrote it when. It finds change, not forgery.
// Must not know: files, who asks.
#include <string>

#include "model/document.hpp"

namespace rancang {

// 16 hexadecimal digits over the alive records in order of type and id. Left out: how the plan is kept (stamps, trash, muted findings, slices handed out) and
// the commitments themselves, which carry the fingerprint. Cost: that of writing the plan.
std::string content_fingerprint(Document const& document);

}  // namespace rancang
