#pragma once
// What the page answers when it is opened with ?test: what counts as saved, what the plan holds now, and an edit without a screen (reliability.md 6.2).
// App implements it, the browser glue exposes it as window.__test. Must not know: Emscripten, how saving works.
#include <cstdint>
#include <string>
#include <string_view>

namespace rancang {

struct Acked {
  std::string plan;              // "" = none open
  std::uint64_t revision = 0;    // of the document
  std::uint64_t saved = 0;       // newest revision that the status strip has called saved
  std::uint64_t generation = 0;  // newest file known to be on the disk
  std::string state;             // "closed", "saved", "dirty", "saving", "failed", "read_only"
  std::string error;             // id of what failed
  std::size_t changes = 0;       // records that are not stored
};

class TestHook {
 public:
  virtual ~TestHook() = default;
  virtual Acked acked() = 0;
  virtual std::string dump() = 0;                  // the plan as text, the same for equal plans
  virtual std::string noted() = 0;                 // what note() wrote last
  virtual bool note(std::string_view text) = 0;    // types into the note of the plan's identity; false when refused
  virtual void take_over() = 0;                    // "Ambil alih"
};

}  // namespace rancang
