#pragma once
// Reading a plan in slices, so that no slice keeps the screen waiting. Files in our own layout (one record a line) are read line by line;
// any other layout of the same JSON is read in one piece, with the same result.
// Must not know: clocks (the caller decides how much a slice is), where the bytes are.
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "persist/plan_file.hpp"

namespace rancang {

// The bytes of a file wherever they are: read(offset, size) gives up to `size` bytes from `offset`, valid until the next call.
// It gives all that is asked for, up to the end of the file.
struct ByteSource {
  std::size_t size = 0;
  std::function<std::string_view(std::size_t offset, std::size_t size)> read;
};
ByteSource source_of(std::string_view bytes);  // the bytes must outlive the source

class PlanReader {
 public:
  enum class Step { more, done, failed };

  explicit PlanReader(std::string bytes, ReadLimits const& limits = {});
  explicit PlanReader(ByteSource source, ReadLimits const& limits = {});
  ~PlanReader();
  PlanReader(PlanReader&&) noexcept;
  PlanReader& operator=(PlanReader&&) noexcept;

  // Reads about `budget` more bytes (1 MB ≈ 10 ms in a browser) and returns. Putting the tables together takes the last few steps.
  Step run(std::size_t budget);
  double progress() const;    // 0 … 1
  Error const& error() const; // after `failed`
  ReadPlan take();            // after `done`, once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rancang
