/**
 * The few hundred words of school documents that checks need. Written Vietnamese puts a space between the syllables of a word, so
 * "năm học học sinh" is two words that meet and "học sinh sinh tham gia" is a mistake.
 */

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  );

/** Syllables, and pairs, that are said twice on purpose. */
export const REDUPLICATIONS = words(`
  luôn, thường, từ, dần, ngày, tháng, năm, đều, mãi, người, nhà, lớp, đời, nơi, chốn, ai, đâu, song, vừa, nhanh, hay, sáng, chiều,
  tối, đêm, xinh, xa, gần, cao, tròn, đúng, lâu, quanh, ngoan, mau, hằng, rành, ào, ầm, vui, vàng, xanh, trắng, hồng, tim, đỏ, ba,
  chín, bà, ông, cha, mẹ, con, tầng, hàng, lần, đôi, khăng, oang, ngang, dọc, nhè, rưng, lăm, chằm, đăm, phăng, băng, mềm, ấm, mát,
  nho, be, bi, bo, lo, ù, ha, ho, rì, rào, xào, tí, chút, hơn, nữa, thôi, mười, một, hai, chung, riêng, lơ, chầm, lung, đùng,
  từng bước, ngày càng, mỗi ngày, từng ngày, mỗi năm, hết lần, bao nhiêu, lúc nào, đời đời, tay trong
`);

/** Two-syllable words. */
const COMPOUNDS = words(`
  học sinh, học tập, học kỳ, học kì, học liệu, học lực, học phí, học bổng, học bạ, học hỏi, học viên, học phẩm, học đường, học thêm,
  học nghề, học trò, học phần, học thuật, học nhóm, năm học, môn học, lớp học, khoa học, tiểu học, trung học, đại học, bài học,
  giờ học, tiết học, buổi học, dạy học, phòng học, trường học, tin học, văn học, toán học, hóa học, hoá học, sinh học, tự học,
  việc học, cấp học, bậc học, khóa học, khoá học, đi học, bỏ học, sinh hoạt, sinh sống, sinh viên, sinh ra, sinh trưởng, sinh động,
  sinh thái, sinh học, sinh nhật, sinh lý, sinh lí, vệ sinh, giáo sinh, tuyển sinh, thí sinh, phát sinh, giáo viên, nhân viên,
  động viên, thành viên, đảng viên, đoàn viên, đội viên, hội viên, tổ viên, ủy viên, uỷ viên, công viên, chuyên viên, viên chức,
  cộng tác viên, giáo dục, giáo án, giáo trình, giáo cụ, giáo vụ, giáo khoa, mẫu giáo, nhà giáo, cô giáo, thầy giáo, báo giáo,
  công tác, công việc, công nghệ, công khai, công nhận, công dân, công chức, công đoàn, công bằng, công trình, công văn, công cụ,
  công lập, thành công, phân công, thủ công, tác động, tác phẩm, tác phong, tác dụng, hợp tác, đối tác, cộng tác, động tác,
  hoạt động, lao động, vận động, chủ động, năng động, tự động, hành động, phát động, hưởng động, động lực, động tác, động vật,
  đánh giá, giá trị, giá cả, giá thành, đơn giá, định giá, kiểm định, quy định, xác định, quyết định, nhận định, ổn định, dự định,
  nghị định, định kỳ, định kì, định hướng, định mức, định biên, định lượng, định tính, định danh, chất lượng, số lượng, khối lượng,
  năng lượng, định lượng, thời lượng, lượng giá, lượng hóa, chương trình, quy trình, tiến trình, lịch trình, công trình, lộ trình,
  trình độ, trình bày, trình duyệt, trình chiếu, tiến độ, chế độ, mức độ, thái độ, tốc độ, cường độ, độ tuổi, độ khó, nhiệt độ,
  cải tiến, tiên tiến, tiến hành, tiến độ, tiến bộ, tiến trình, cán bộ, nội bộ, toàn bộ, bộ phận, bộ môn, bộ máy, bộ phim,
  tổ chức, tổ trưởng, tổ phó, tổ khối, tổ viên, tổ công tác, chức năng, chức danh, chức vụ, năng lực, kỹ năng, kĩ năng, khả năng,
  tài năng, năng khiếu, năng động, năng suất, hiệu năng, lực lượng, nguồn lực, nhân lực, nỗ lực, áp lực, thế lực, học lực,
  thể lực, lực học, quản lý, quản lí, xử lý, xử lí, tâm lý, hợp lý, pháp lý, lý luận, lý thuyết, lý do, lý tưởng, pháp luật,
  giải pháp, biện pháp, phương pháp, hợp pháp, tư pháp, pháp chế, pháp lý, luật sư, hành chính, tài chính, chính quyền, chính trị,
  chính sách, chính xác, chính khóa, chính thức, điều hành, ban hành, thực hành, tiến hành, vận hành, thi hành, hành vi, thực hiện,
  thể hiện, phát hiện, hiện trạng, hiện nay, hiện có, hiện đại, hiện hành, xuất hiện, thành lập, độc lập, công lập, lập kế hoạch,
  lập dự toán, kế hoạch, quy hoạch, hoạch định, thông tin, tự tin, tin học, lòng tin, tin tưởng, văn bản, cơ bản, biên bản,
  bản thân, bản đồ, kịch bản, bản tin, căn bản, nội dung, dung lượng, bồi dưỡng, nuôi dưỡng, dinh dưỡng, an toàn, hoàn toàn, toàn diện,
  toàn thể, toàn trường, toàn bộ, nhà trường, môi trường, thị trường, trường học, trường lớp, trường chuẩn, hiện trường,
  hiệu trưởng, trưởng ban, trưởng phòng, trưởng thành, sinh trưởng, tăng trưởng, phụ huynh, phụ trách, chịu trách nhiệm,
  trách nhiệm, nhiệm vụ, chủ nhiệm, nhiệm kỳ, nghiệp vụ, phục vụ, dịch vụ, vụ việc, cơ sở, hồ sơ, cơ quan, quan tâm, quan hệ,
  trực quan, cảnh quan, tham quan, quan sát, giám sát, khảo sát, sát sao, rà soát, kiểm soát, thường xuyên, xuyên suốt, chuyên môn,
  chuyên đề, môn học, bộ môn, đề xuất, vấn đề, đề tài, đề án, đề nghị, chủ đề, chủ trì, chủ tịch, dân chủ, tự chủ, làm chủ,
  nhân dân, người dân, dân tộc, nhân sự, cá nhân, công nhân, bệnh nhân, nhân rộng, nhân ái, tập thể, tập huấn, tập trung, bài tập,
  học tập, thực tập, luyện tập, tập luyện, thể chất, vật chất, tính chất, phẩm chất, chất lượng, thể thao, cụ thể, đoàn thể, chủ thể,
  tổng thể, thể dục, thể loại, ban giám hiệu, ban đại diện, trưởng ban, ban bố, đại diện, đối diện, nhận diện, diện tích, phát huy,
  phát triển, triển khai, công khai, khai thác, khai giảng, khai mạc, xây dựng, áp dụng, sử dụng, tuyển dụng, dụng cụ, tín dụng,
  đồ dùng, đồ chơi, tiêu chí, tiêu chuẩn, mục tiêu, chỉ tiêu, tiêu biểu, chuẩn bị, đạt chuẩn, thiết bị, trang bị, trang trí,
  khang trang, điều kiện, điều chỉnh, điều lệ, kiện toàn, sự kiện, điều hành, hội đồng, hội nghị, hội thảo, hội thi, hội họp,
  xã hội, cơ hội, đại hội, hội khuyến học, đồng nghiệp, hợp đồng, cộng đồng, đồng bộ, đồng thời, đồng thuận, lao động, hướng dẫn,
  định hướng, phương hướng, hướng nghiệp, dẫn chứng, minh chứng, chứng nhận, chứng chỉ, chứng minh, chỉ đạo, lãnh đạo, đạo đức,
  chủ đạo, đào tạo, tạo điều kiện, sáng tạo, cải tạo, kiểm tra, thanh tra, tra cứu, điều tra, phối hợp, phù hợp, kết hợp, tổng hợp,
  hợp tác, hợp lí, hợp lệ, trường hợp, thích hợp, kết quả, hiệu quả, quả thực, tham gia, gia đình, quốc gia, chuyên gia, tham mưu,
  tuyên truyền, truyền thống, truyền thông, thông báo, giao thông, thông qua, phổ thông, thông tư, báo cáo, báo chí, thời gian,
  không gian, thời điểm, đặc điểm, quan điểm, điểm mạnh, điểm yếu, địa điểm, điểm trường, trọng điểm, địa phương, địa bàn,
  phương tiện, đối tượng, hiện tượng, tầng lớp, lớp mẫu giáo, lớp học, nhóm lớp, khối lớp, sĩ số, số liệu, tài liệu, dữ liệu,
  số hóa, số học, chỉ số, một số, tham số, con số, kỹ thuật, kĩ thuật, nghệ thuật, công nghệ, nghệ nhân, dự toán, tính toán,
  thanh toán, kế toán, toán học, dự kiến, ý kiến, sáng kiến, kiến thức, kiến nghị, ý thức, nhận thức, hình thức, chính thức,
  thức ăn, tăng cường, cường độ, nâng cao, cao đẳng, đề cao, khen thưởng, thi đua, cuộc thi, hội thi, thi công, kinh phí, chi phí,
  học phí, phí tổn, kinh nghiệm, kinh tế, thực tế, thực trạng, thực chất, xác thực, trung thực, thực đơn, thực phẩm, tình hình,
  hình ảnh, loại hình, mô hình, điển hình, tình huống, tâm tình, tình cảm, bảo đảm, đảm bảo, bảo vệ, bảo quản, bảo trì, bảo hiểm,
  quản trị, chính trị, bổ sung, bổ nhiệm, phân bổ, duy trì, chủ trì, trì hoãn, tỷ lệ, tỉ lệ, điều lệ, lệ phí,
  phổ cập, cập nhật, đề cập, truy cập, nhật ký, tiếp nhận, tiếp tục, tiếp xúc, tiếp cận, trực tiếp, giao tiếp, đón tiếp, nhận xét,
  kiểm kê, thống kê, liệt kê, kê khai, điểm danh, danh sách, danh mục, sách giáo khoa, đọc sách, tủ sách, sách báo, cần thiết, thiết thực,
  thiết kế, thống nhất, hệ thống, liên hệ, liên kết, kết luận, kết nối, đoàn kết, thảo luận, lý luận, dự thảo, thông minh, minh bạch,
  quyền lợi, thuận lợi, lợi ích, đồng thuận, tham dự, dự giờ, giờ dạy, giờ giấc, trao đổi, thay đổi, đổi mới, cải cách, cách thức,
  nhân tài, tài trợ, tài sản, hỗ trợ, trợ giảng, bài giảng, giảng dạy, bữa ăn, nấu ăn, ăn uống, nguồn nước, nước sạch, nước uống,
  đầu tư, tư vấn, tư tưởng, tư thục, đề xuất, sản xuất, xuất sắc, sản phẩm, thực phẩm, phẩm chất, đáp ứng, ứng dụng, ứng xử, xử phạt,
  yêu cầu, nhu cầu, cầu thang, bền vững, vững chắc, lành mạnh, hòa nhập, hoà nhập, nhập học, thu nhập, thu chi, chi tiêu, chi trả, chi bộ,
  trang thiết bị, trang phục, khắc phục, phục hồi, phong trào, tác phong, phong phú, truyền đạt, tương tác, tác giả, cân đối
`);

/** Whether two syllables are one word. */
export function isCompound(first: string, second: string): boolean {
  return COMPOUNDS.has(`${first} ${second}`);
}
