#pragma once
// What reading repaired or set aside, as a list that a hostile file can't make endless.
// Must not know: languages.
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace rancang {

class Remarks {
 public:
  explicit Remarks(std::size_t most) : most_(most) {}
  void add(Error remark) {
    if (list_.size() < most_) list_.push_back(std::move(remark));
    else ++left_out_;
  }
  // The list; past the limit it ends with "more" {number left out}.
  std::vector<Error> take() {
    if (left_out_ > 0) list_.push_back(error("more", {std::to_string(left_out_)}));
    return std::move(list_);
  }

 private:
  std::size_t most_;
  std::size_t left_out_ = 0;
  std::vector<Error> list_;
};

}  // namespace rancang
