// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The structures of the Arrow C data and C stream interfaces. Names, order and meaning of the
// members are those that the specification publishes.
// Source: Apache Arrow, "The Arrow C data interface" and "The Arrow C stream interface".

/// A column may hold rows without value.
inline constexpr std::int64_t arrow_flag_nullable = 2;

extern "C" {

/// Type of a column, or of a table as a structure of columns.
struct ArrowSchema {
  const char* format;                    ///< the type, in the letters of the specification
  const char* name;                      ///< of the column
  const char* metadata;                  ///< not read by us
  std::int64_t flags;                    ///< bits, see above
  std::int64_t n_children;               ///< of a nested type
  struct ArrowSchema** children;         ///< as many
  struct ArrowSchema* dictionary;        ///< type of the values that indices mean
  void (*release)(struct ArrowSchema*);  ///< null once released
  void* private_data;                    ///< the producer's
};

/// Memory of a column, or of a batch as a structure of columns.
struct ArrowArray {
  std::int64_t length;                  ///< rows
  std::int64_t null_count;              ///< rows without value, -1 where they were not counted
  std::int64_t offset;                  ///< the first row
  std::int64_t n_buffers;               ///< as the type says
  std::int64_t n_children;              ///< as the schema says
  const void** buffers;                 ///< as many
  struct ArrowArray** children;         ///< as many
  struct ArrowArray* dictionary;        ///< the values that indices mean
  void (*release)(struct ArrowArray*);  ///< null once released
  void* private_data;                   ///< the producer's
};

/// Batches one after another, all of one schema.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);  ///< 0 or an errno
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);     ///< 0 or an errno
  const char* (*get_last_error)(struct ArrowArrayStream*);               ///< a text or null
  void (*release)(struct ArrowArrayStream*);                             ///< null once released
  void* private_data;                                                    ///< the producer's
};

}  // extern "C"
